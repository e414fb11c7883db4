package io.kws.sdk.openstack.client;

import static org.assertj.core.api.Assertions.assertThat;

import io.kws.sdk.driver.http.ErrorMapping;
import io.kws.sdk.driver.http.ServiceAnswer;
import io.kws.sdk.driver.http.ServiceRequest;
import io.kws.sdk.errors.AccessDeniedException;
import io.kws.sdk.errors.AuthenticationFailedException;
import io.kws.sdk.errors.CapabilityMissingException;
import io.kws.sdk.errors.ConflictException;
import io.kws.sdk.errors.InvalidRequestException;
import io.kws.sdk.errors.KwsException;
import io.kws.sdk.errors.NoCapacityException;
import io.kws.sdk.errors.NodeUnavailableException;
import io.kws.sdk.errors.NotFoundException;
import io.kws.sdk.errors.QuotaExceededException;
import io.kws.sdk.errors.ServiceFailureException;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What becomes of the services' own words for a refusal. */
class ErrorMappingTest {
    private static final String GLANCE = """
            <html>
             <head>
              <title>%s</title>
             </head>
             <body>
              <h1>%s</h1>
              %s<br /><br />
             </body>
            </html>""";

    static Stream<Arguments> refusals() {
        return Stream.of(
                refusal(
                        400,
                        "{'badRequest':{'code':400,'message':'Bad image'}}",
                        InvalidRequestException.class,
                        "Bad image"),
                refusal(
                        401,
                        "{'error':{'code':401,'title':'Unauthorized','message':'Log in'}}",
                        AuthenticationFailedException.class,
                        "Log in"),
                refusal(
                        403,
                        "{'forbidden':{'code':403,'message':'Quota exceeded for cores: Requested 8'}}",
                        QuotaExceededException.class,
                        "Quota exceeded for cores: Requested 8"),
                refusal(
                        403,
                        "{'forbidden':{'code':403,'message':'Maximum number of ports exceeded'}}",
                        QuotaExceededException.class,
                        "Maximum number of ports exceeded"),
                refusal(
                        403,
                        "{'forbidden':{'code':403,'message':\"Policy doesn't allow os-quota-sets:show\"}}",
                        AccessDeniedException.class,
                        "Policy doesn't allow os-quota-sets:show"),
                refusal(
                        403,
                        GLANCE.formatted("403 Forbidden", "403 Forbidden", "You&#x27;re not &quot;owner&quot;"),
                        AccessDeniedException.class,
                        "403 Forbidden You're not \"owner\""),
                refusal(
                        404,
                        "{'itemNotFound':{'code':404,'message':'No server'}}",
                        NotFoundException.class,
                        "No server"),
                refusal(
                        406,
                        "{'computeFault':{'code':406,'message':'Version 2.99 is not supported'}}",
                        CapabilityMissingException.class,
                        "Version 2.99"),
                refusal(
                        409,
                        "{'conflictingRequest':{'code':409,'message':'in vm_state active'}}",
                        ConflictException.class,
                        "in vm_state active"),
                refusal(
                        409,
                        "{'NeutronError':{'type':'OverQuota','message':'too many','detail':''}}",
                        QuotaExceededException.class,
                        "too many"),
                refusal(
                        409,
                        "{'NeutronError':{'type':'IpAddressGenerationFailure','message':'none left','detail':''}}",
                        NoCapacityException.class,
                        "none left"),
                refusal(
                        400,
                        "{'NeutronError':{'type':'ExternalIpAddressExhausted','message':'none left','detail':''}}",
                        NoCapacityException.class,
                        "none left"),
                refusal(400, "{'NeutronError':'Invalid input'}", InvalidRequestException.class, "Invalid input"),
                refusal(412, "", ConflictException.class, "answered 412 to GET /v2/x"),
                refusal(
                        413,
                        "{'overLimit':{'code':413,'message':'exceeds allowed gigabytes','retryAfter':'0'}}",
                        QuotaExceededException.class,
                        "exceeds allowed gigabytes"),
                refusal(
                        413,
                        "{'message':'VolumeSizeExceedsAvailableQuota: exceeds allowed gigabytes quota'}",
                        QuotaExceededException.class,
                        "gigabytes quota"),
                refusal(413, "Upload exceeds quota.", QuotaExceededException.class, "exceeds quota"),
                refusal(413, "Your request is too large.", InvalidRequestException.class, "too large"),
                refusal(429, "slow down", NodeUnavailableException.class, "slow down"),
                refusal(500, "{'computeFault':{'code':500,'message':'oops'}}", ServiceFailureException.class, "oops"),
                refusal(501, "", CapabilityMissingException.class, "answered 501"),
                refusal(
                        503,
                        "<html><body><h1>503</h1>\nNo server is available.\n</body></html>",
                        NodeUnavailableException.class,
                        "503 No server is available."),
                refusal(
                        404,
                        "{'errors':[{'status':404,'title':'Not Found','detail':'no such capsule'}]}",
                        NotFoundException.class,
                        "no such capsule"),
                refusal(400, "[1, 2]", InvalidRequestException.class, "[1, 2]"),
                refusal(400, "{'message':null,'unknown':{'deep':[1]}}", InvalidRequestException.class, "answered 400"));
    }

    private static Arguments refusal(int status, String body, Class<? extends KwsException> leaf, String reason) {
        return Arguments.of(
                status,
                body.contains("\"Policy")
                        ? body.replace("'", "\"").replace("doesn\"t", "doesn't")
                        : body.startsWith("{") ? body.replace("'", "\"") : body,
                leaf,
                reason);
    }

    @ParameterizedTest
    @MethodSource("refusals")
    void of_refusal_isTheRightErrorWithAReadableReason(
            int status, String body, Class<? extends KwsException> leaf, String reason) {
        ServiceRequest request = new ServiceRequest("GET", "image", URI.create("http://h/v2/x?secret=1"));
        ServiceAnswer answer =
                new ServiceAnswer(status, Map.of(), new ByteArrayInputStream(body.getBytes(StandardCharsets.UTF_8)));

        KwsException error = new ErrorMapping(new OpenStackServices()).of(request, answer);

        assertThat(error).isExactlyInstanceOf(leaf);
        assertThat(error.reason())
                .startsWith("image answered " + status)
                .contains(reason)
                .doesNotContain("<", "secret");
    }
}
