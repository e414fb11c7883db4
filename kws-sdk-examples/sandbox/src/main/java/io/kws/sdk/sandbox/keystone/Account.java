package io.kws.sdk.sandbox.keystone;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.kws.sdk.sandbox.http.Json;
import io.kws.sdk.sandbox.site.Caller;
import java.util.List;

/** A user with a project of the same name, as each node has them from the beginning. */
record Account(String name, String userId, String projectId, Caller.Rank rank, List<Role> roles) {
    Caller caller() {
        return new Caller(userId, name, projectId, name, rank);
    }

    ObjectNode user(String root) {
        ObjectNode user = Json.object()
                .put("id", userId)
                .put("name", name)
                .put("domain_id", "default")
                .put("enabled", true)
                .put("default_project_id", projectId)
                .putNull("password_expires_at");
        user.set("options", Json.object());
        user.set("links", Json.object().put("self", root + "/users/" + userId));
        return user;
    }

    ObjectNode project(String root) {
        ObjectNode project = Json.object()
                .put("id", projectId)
                .put("name", name)
                .put("domain_id", "default")
                .put("description", "")
                .put("enabled", true)
                .put("parent_id", "default")
                .put("is_domain", false);
        project.set("tags", Json.array());
        project.set("options", Json.object());
        project.set("links", Json.object().put("self", root + "/projects/" + projectId));
        return project;
    }

    ArrayNode tokenRoles() {
        return Json.list(roles.stream().map(Role::brief).toList());
    }

    /** What a user may be in a project. */
    record Role(String id, String name) {
        ObjectNode brief() {
            return Json.object().put("id", id).put("name", name);
        }

        ObjectNode full() {
            ObjectNode role = brief().putNull("domain_id").putNull("description");
            role.set("options", Json.object().put("immutable", true));
            return role;
        }
    }
}
