package io.kws.sdk.servers;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.kws.sdk.errors.InvalidRequestException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** A cloud-config under construction, in the order of the calls. */
final class CloudInitDocument implements CloudInit.Builder {
    private static final Pattern OCTAL = Pattern.compile("0?[0-7]{3,4}");
    private static final YAMLMapper YAML = YAMLMapper.builder()
            .disable(YAMLGenerator.Feature.WRITE_DOC_START_MARKER, YAMLGenerator.Feature.SPLIT_LINES)
            .enable(YAMLGenerator.Feature.LITERAL_BLOCK_STYLE)
            .build();

    private final Map<String, Object> values = new LinkedHashMap<>();
    private final Map<String, List<Object>> lists = new LinkedHashMap<>();

    @Override
    public CloudInit.Builder addPackages(String... names) {
        packageUpdate();
        return addAll("packages", Arrays.asList(names));
    }

    @Override
    public CloudInit.Builder packageUpdate() {
        return set("package_update", true);
    }

    @Override
    public CloudInit.Builder packageUpgrade() {
        return set("package_upgrade", true);
    }

    @Override
    public CloudInit.Builder addCommands(String... commands) {
        return addAll("runcmd", Arrays.asList(commands));
    }

    @Override
    public CloudInit.Builder writeFile(String path, String content, String permissions) {
        if (!path.startsWith("/")) {
            throw new InvalidRequestException("the path \"" + path + "\" of a file to write must be absolute");
        }
        if (!OCTAL.matcher(permissions).matches()) {
            throw new InvalidRequestException(
                    "the permissions of " + path + " must be octal digits such as 0644, not \"" + permissions + "\"");
        }
        Map<String, Object> file = new LinkedHashMap<>();
        file.put("path", path);
        file.put("permissions", permissions);
        file.put("content", content);
        return addAll("write_files", List.of(file));
    }

    @Override
    public CloudInit.Builder addUser(String name, String... authorizedKeys) {
        return addUser(user(name, authorizedKeys));
    }

    @Override
    public CloudInit.Builder addAdmin(String name, String... authorizedKeys) {
        Map<String, Object> admin = user(name, authorizedKeys);
        admin.put("sudo", "ALL=(ALL) NOPASSWD:ALL");
        return addUser(admin);
    }

    @Override
    public CloudInit.Builder addSshKeys(String... authorizedKeys) {
        return addAll("ssh_authorized_keys", checkedKeys(authorizedKeys));
    }

    @Override
    public CloudInit.Builder hostname(String name) {
        return set("hostname", name);
    }

    @Override
    public CloudInit.Builder timezone(String zone) {
        return set("timezone", zone);
    }

    @Override
    public CloudInit.Builder set(String key, Object value) {
        values.put(key, value);
        return this;
    }

    @Override
    public CloudInit build() {
        Map<String, Object> document = new LinkedHashMap<>(values);
        lists.forEach((key, added) -> {
            List<Object> all = new ArrayList<>();
            if (values.get(key) instanceof Collection<?> given) {
                all.addAll(given);
            }
            all.addAll(added);
            document.put(key, all);
        });
        return document.isEmpty() ? CloudInit.none() : CloudInit.of("#cloud-config\n" + yaml(document));
    }

    private static String yaml(Map<String, Object> document) {
        try {
            return YAML.writeValueAsString(document);
        } catch (JsonProcessingException e) {
            throw new InvalidRequestException(
                    "a value of the cloud-config is neither text, number, boolean, list nor map of these", e);
        }
    }

    private CloudInit.Builder addUser(Map<String, Object> user) {
        if (!lists.containsKey("users")) {
            // without it cloud-init omits the image's default user
            addAll("users", List.of("default"));
        }
        return addAll("users", List.of(user));
    }

    private static Map<String, Object> user(String name, String... authorizedKeys) {
        Map<String, Object> user = new LinkedHashMap<>();
        user.put("name", name);
        user.put("shell", "/bin/bash");
        user.put("lock_passwd", true);
        user.put("ssh_authorized_keys", checkedKeys(authorizedKeys));
        return user;
    }

    private static List<String> checkedKeys(String... keys) {
        List<String> checked = Arrays.stream(keys).map(String::strip).toList();
        if (checked.stream().anyMatch(key -> key.isEmpty() || key.contains("\n") || key.contains("PRIVATE KEY"))) {
            throw new InvalidRequestException(
                    "an SSH key is not one line as in authorized_keys; give the public key," + " not the private one");
        }
        return checked;
    }

    private CloudInit.Builder addAll(String key, List<?> values) {
        if (!values.isEmpty()) {
            lists.computeIfAbsent(key, missing -> new ArrayList<>()).addAll(values);
        }
        return this;
    }
}
