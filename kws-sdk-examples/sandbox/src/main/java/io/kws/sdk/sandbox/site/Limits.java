package io.kws.sdk.sandbox.site;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Quotas by the names the services give them. Thread-safe. */
public final class Limits {
    private static final Map<String, Integer> DEFAULTS = Map.ofEntries(
            Map.entry("instances", 10),
            Map.entry("cores", 20),
            Map.entry("ram", 20480),
            Map.entry("key_pairs", 100),
            Map.entry("server_groups", 10),
            Map.entry("server_group_members", 10),
            Map.entry("metadata_items", 128),
            Map.entry("network", 6),
            Map.entry("subnet", 8),
            Map.entry("subnetpool", -1),
            Map.entry("port", 60),
            Map.entry("router", 3),
            Map.entry("floatingip", 5),
            Map.entry("rbac_policy", 10),
            Map.entry("security_group", 8),
            Map.entry("security_group_rule", 60),
            Map.entry("volumes", 5),
            Map.entry("gigabytes", 50),
            Map.entry("snapshots", 5),
            Map.entry("per_volume_gigabytes", -1),
            Map.entry("containers", 40),
            Map.entry("cpu", 20),
            Map.entry("memory", 51200),
            Map.entry("disk", 100));

    private final Map<String, Integer> everywhere = new ConcurrentHashMap<>(DEFAULTS);
    private final Map<String, Integer> byProject = new ConcurrentHashMap<>();

    /**
     * Returns a limit.
     *
     * @param project whose
     * @param name its name
     * @return the limit, -1 for none
     */
    public int of(String project, String name) {
        Integer own = byProject.get(project + "/" + name);
        return own == null ? everywhere.getOrDefault(name, -1) : own;
    }

    /**
     * Sets a limit for all projects.
     *
     * @param name its name
     * @param limit the limit, -1 for none
     */
    public void set(String name, int limit) {
        byProject.keySet().removeIf(key -> key.endsWith("/" + name));
        everywhere.put(name, limit);
    }

    /**
     * Sets a limit for one project.
     *
     * @param project whose
     * @param name its name
     * @param limit the limit, -1 for none
     */
    public void set(String project, String name, int limit) {
        byProject.put(project + "/" + name, limit);
    }

    /**
     * Tells whether something more is allowed.
     *
     * @param project whose
     * @param name the limit's name
     * @param total how much it would be
     * @return whether that is within the limit
     */
    public boolean allows(String project, String name, long total) {
        int limit = of(project, name);
        return limit < 0 || total <= limit;
    }
}
