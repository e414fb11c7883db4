package io.kws.sdk.sandbox.keystone;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.kws.sdk.sandbox.http.Json;
import io.kws.sdk.sandbox.site.Caller;
import io.kws.sdk.sandbox.site.Ids;
import io.kws.sdk.sandbox.site.Site;
import java.time.Instant;

/** A token handed out. The node's lock guards it. */
final class Token {
    private final String id = "gAAAAAB" + Ids.secret(132);
    private final String auditId = Ids.secret(16);
    private final Account account;
    private final String method;
    private final Instant issued;
    private final Instant expires;
    private int usesLeft;

    Token(Account account, String method, Instant issued, Instant expires, int uses) {
        this.account = account;
        this.method = method;
        this.issued = issued;
        this.expires = expires;
        this.usesLeft = uses;
    }

    String id() {
        return id;
    }

    Account account() {
        return account;
    }

    Caller caller() {
        return account.caller();
    }

    boolean isAlive(Instant now) {
        return now.isBefore(expires) && usesLeft > 0;
    }

    void use() {
        usesLeft--;
    }

    ObjectNode body(JsonNode catalog) {
        ObjectNode domain = Json.object().put("id", "default").put("name", "Default");
        ObjectNode token = Json.object();
        token.set("methods", Json.array().add(method));
        ObjectNode user = token.putObject("user");
        user.set("domain", domain.deepCopy());
        user.put("id", account.userId()).put("name", account.name()).putNull("password_expires_at");
        token.putArray("audit_ids").add(auditId);
        token.put("expires_at", Site.micros(expires) + "Z").put("issued_at", Site.micros(issued) + "Z");
        ObjectNode project = token.putObject("project");
        project.set("domain", domain);
        project.put("id", account.projectId()).put("name", account.name());
        token.put("is_domain", false);
        token.set("roles", account.tokenRoles());
        token.set("catalog", catalog);
        return Json.wrap("token", token);
    }
}
