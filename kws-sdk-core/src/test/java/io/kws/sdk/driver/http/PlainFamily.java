package io.kws.sdk.driver.http;

import java.util.List;

/** Services whose refusals are plain text. */
final class PlainFamily implements ServiceFamily {
    @Override
    public String nameOf(ServiceRequest request) {
        return "the " + request.service() + " service";
    }

    @Override
    public List<String> requestIdHeaders() {
        return List.of("x-id");
    }

    @Override
    public String certificateAdvice() {
        return "name its authority";
    }

    @Override
    public String addressAdvice() {
        return "correct its address";
    }

    @Override
    public Refusal read(ServiceAnswer answer) {
        return new Refusal(PlainText.of(answer.text()), Refusal.Meaning.AS_STATUS);
    }
}
