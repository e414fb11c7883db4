package io.kws.sdk.plans;

public record Plan(String node, String attempt, java.util.List<String> found, java.util.List<Need> needs, java.util.List<io.kws.sdk.errors.KwsException> problems, java.util.List<String> steps) {
    public boolean isFeasible() { throw null; }
}
