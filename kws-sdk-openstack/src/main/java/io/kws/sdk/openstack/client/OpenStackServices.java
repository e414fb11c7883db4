package io.kws.sdk.openstack.client;

import com.fasterxml.jackson.databind.JsonNode;
import io.kws.sdk.driver.http.Json;
import io.kws.sdk.driver.http.PlainText;
import io.kws.sdk.driver.http.Refusal;
import io.kws.sdk.driver.http.Refusal.Meaning;
import io.kws.sdk.driver.http.ServiceAnswer;
import io.kws.sdk.driver.http.ServiceFamily;
import io.kws.sdk.driver.http.ServiceRequest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The words of OpenStack's services, and what their refusals mean beyond the status. */
final class OpenStackServices implements ServiceFamily {
    private static final List<String> REQUEST_IDS =
            List.of("x-openstack-request-id", "x-compute-request-id", "x-trans-id");
    private static final Set<Integer> QUOTA_STATUSES = Set.of(403, 409, 413);
    private static final Set<String> NEUTRON_EXHAUSTED =
            Set.of("IpAddressGenerationFailure", "ExternalIpAddressExhausted", "NoNetworkAvailable");
    private static final Pattern QUOTA = Pattern.compile(
            "(quota[\\w ]* exceeded|exceed\\w* .*quota|over quota|maximum number of .* exceeded)",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern CINDERS_CONFLICT = Pattern.compile("Invalid (volume|snapshot): ");

    @Override
    public String nameOf(ServiceRequest request) {
        return "the " + request.service() + " service";
    }

    @Override
    public List<String> requestIdHeaders() {
        return REQUEST_IDS;
    }

    @Override
    public String certificateAdvice() {
        return "name the file of its authority as cacert";
    }

    @Override
    public String addressAdvice() {
        return "correct the service's address, in the catalogue or by an endpoint override";
    }

    @Override
    public Refusal read(ServiceAnswer answer) {
        Fault fault = fault(answer.bytes());
        return new Refusal(fault.message(), meaning(answer.status(), fault));
    }

    private static Meaning meaning(int status, Fault fault) {
        if (QUOTA_STATUSES.contains(status) && isQuota(fault)) {
            return Meaning.QUOTA_EXCEEDED;
        }
        // Neutron calls a pool without addresses sometimes a conflict and sometimes a bad request
        if ((status == 400 || status == 409) && NEUTRON_EXHAUSTED.contains(fault.type())) {
            return Meaning.NO_CAPACITY;
        }
        // Cinder calls a state that forbids something a bad request
        boolean isCindersConflict =
                status == 400 && CINDERS_CONFLICT.matcher(fault.message()).lookingAt();
        return isCindersConflict ? Meaning.CONFLICT : Meaning.AS_STATUS;
    }

    private static boolean isQuota(Fault fault) {
        return fault.name().equals("overLimit")
                || fault.type().equals("OverQuota")
                || QUOTA.matcher(fault.message()).find();
    }

    /** An error body: the name of its only field, Neutron's type, and the message. */
    private record Fault(String name, String type, String message) {}

    /**
     * Reads {@code {"anyName": {"message": ...}}}, as most services write, {@code {"errors": [{"detail": ...}]}}, as
     * Placement and Zun do, or the text of a page.
     */
    private static Fault fault(byte[] bytes) {
        JsonNode body = Json.parse(bytes).orElse(Json.object());
        boolean isNamed = body.size() == 1;
        JsonNode first = isNamed ? body.elements().next() : body;
        JsonNode inner = first.isArray() ? first.path(0) : first;
        String message = Stream.of(
                        inner, inner.path("message"), inner.path("detail"), inner.path("title"), inner.path("error"))
                .filter(JsonNode::isTextual)
                .map(JsonNode::asText)
                .findFirst()
                .orElseGet(() -> new String(bytes, StandardCharsets.UTF_8));
        String name = isNamed ? body.fieldNames().next() : "";
        return new Fault(name, inner.path("type").asText(""), PlainText.of(message));
    }
}
