package io.kws.sdk.limits;

public interface Limits {
    default ProjectLimits get() { throw null; }
    ProjectLimits get(java.util.Set<LimitKind> kinds);
}
