package io.kws.sdk.sandbox.swift;

import io.kws.sdk.sandbox.http.Answer;
import io.kws.sdk.sandbox.http.Refusal;
import io.kws.sdk.sandbox.http.Request;
import io.kws.sdk.sandbox.http.Service;
import io.kws.sdk.sandbox.site.Caller;
import io.kws.sdk.sandbox.site.Guard;
import io.kws.sdk.sandbox.site.Remnant;
import io.kws.sdk.sandbox.site.Site;
import io.kws.sdk.sandbox.swift.Containers.Guest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** Object storage v1, its content on disk. Thread-safe. */
public final class Swift extends Service {
    private final Guard guard;
    private final Accounts accounts;
    private final Disk disk = new Disk();
    private final Objects objects;
    private final Containers containers;
    private final AccountRequests accountRequests;
    private final TempUrl tempUrl;

    /**
     * Starts the service.
     *
     * @param site the node it belongs to
     * @param guard checks the tokens
     */
    public Swift(Site site, Guard guard) {
        super("v1", site, guard);
        this.guard = guard;
        this.accounts = new Accounts(site);
        this.objects = new Objects(site, accounts, disk);
        this.containers = new Containers(accounts);
        this.accountRequests = new AccountRequests(accounts);
        this.tempUrl = new TempUrl(accounts);
        open().rest(this::serve);
    }

    /** {@return what users made and is still there; to be used under the node's lock} */
    public List<Remnant> remnants() {
        List<Remnant> all = new ArrayList<>();
        accounts.all()
                .values()
                .forEach(account -> account.containers().forEach((name, container) -> {
                    all.add(new Remnant("bucket", name, name));
                    container
                            .blobs()
                            .keySet()
                            .forEach(object -> all.add(new Remnant("object", name + "/" + object, object)));
                }));
        return all;
    }

    /** Removes all content from the disk. */
    public void close() {
        disk.close();
    }

    private Answer serve(Request request) {
        Target target = Target.of(request.fullPath().substring("/v1/".length()));
        Optional<Caller> caller = guard.admit(request.header("X-Auth-Token").orElse(null));
        if (TempUrl.isUsed(request)) {
            Predicate<Container> opened = site().alone(() -> tempUrl.check(target, request));
            return TempUrl.finish(target, request, objects.answer(target, request, opened));
        }
        Guest guest = site().alone(() -> admit(target, request, caller));
        if (target.isAccount() && request.query().names().contains("bulk-delete")) {
            List<String> lines = Bulk.lines(request);
            return site().alone(() -> new Bulk(accounts).delete(target, lines, request));
        }
        if (target.isAccount()) {
            return site().alone(() -> accountRequests.answer(target, request));
        }
        return target.isContainer()
                ? site().alone(() -> containers.answer(target, request, guest))
                : objects.answer(target, request, container -> guest == Guest.OWNER || container.isPublic());
    }

    private Guest admit(Target target, Request request, Optional<Caller> caller) {
        if (caller.isPresent() && target.account().equals("AUTH_" + caller.get().projectId())) {
            return Guest.OWNER;
        }
        boolean reads = request.method().equals("GET") || request.method().equals("HEAD");
        boolean open = reads
                && !target.isAccount()
                && accounts.get(target.account())
                        .find(target.container())
                        .filter(container -> target.isContainer() ? container.isListedPublicly() : container.isPublic())
                        .isPresent();
        if (!open) {
            throw new Refusal(caller.isPresent() ? 403 : 401, "");
        }
        return Guest.ANYBODY;
    }

    /** {@inheritDoc} */
    @Override
    protected Answer finish(Request request, Answer answer) {
        String digits = request.id().replaceAll("req-|-", "");
        String id = "tx" + digits.substring(0, 21) + "-00" + digits.substring(21, 29);
        return answer.header("X-Trans-Id", id).header("X-Openstack-Request-Id", id);
    }

    /** {@inheritDoc} */
    @Override
    protected Answer refuse(Request request, Refusal refusal) {
        if (refusal.type().equals("tempurl")) {
            return Answer.text(401, "text/html; charset=UTF-8", refusal.message())
                    .header("Www-Authenticate", "Swift realm=\"unknown\"");
        }
        Answer page = Pages.of(refusal);
        if (refusal.status() != 401) {
            return page;
        }
        String account = request.path().isEmpty() ? "unknown" : request.path().get(0);
        return challenge(page.header("Www-Authenticate", "Swift realm=\"" + account + "\""));
    }
}
