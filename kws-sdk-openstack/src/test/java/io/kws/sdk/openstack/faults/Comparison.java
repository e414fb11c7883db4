package io.kws.sdk.openstack.faults;

import io.kws.sdk.Kws;
import io.kws.sdk.Node;
import io.kws.sdk.errors.KwsException;
import io.kws.sdk.receipts.Outcome;
import io.kws.sdk.receipts.Receipt;
import io.kws.sdk.rentals.RentalId;
import io.kws.sdk.sandbox.Leftover;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/**
 * Compares what is there after a use case with what the receipt says.
 *
 * @param subject what is made and removed
 * @param kept what a thing that is named as left stands for besides itself
 */
record Comparison(Subject subject, List<String> kept) {
    /**
     * What use cases call, each kind of call once.
     *
     * @param make the calls of the making
     * @param remove the calls of the removal that follows
     */
    record Calls(List<CallKind> make, List<CallKind> remove) {}

    /** Finds out what use cases call. */
    Calls calls() {
        try (Bench bench = new Bench();
                Kws fresh = bench.connect(Patience.LONG, call -> {})) {
            subject.make(fresh.node("kws1"), RentalId.random());
            List<CallKind> make = bench.callKinds();
            bench.cloud.clearCalls();
            subject.remove(bench.clean, Subject.NAME);
            return new Calls(make, bench.callKinds());
        }
    }

    /**
     * Runs a use case that ends in a receipt, and compares.
     *
     * @param title says which case
     * @param outcome of what must be there after a success
     */
    void compare(Bench bench, String title, Outcome outcome, Function<Node, Receipt> useCase, Kws kws) {
        try {
            compare(bench, title, useCase.apply(kws.node("kws1")), outcome);
            bench.succeeded();
        } catch (KwsException e) {
            bench.failed(e);
            if (!e.step().equals(subject.search())) { // before which nothing is known
                compare(bench, title + " (" + e.getMessage() + ")", e.receipt(), Outcome.LEFT);
            }
        } catch (RuntimeException e) {
            bench.untyped(title, e);
        }
    }

    private void compare(Bench bench, String title, Receipt receipt, Outcome outcome) {
        List<String> there = leftovers(bench);
        List<String> said = receipt.entries(outcome).stream()
                .map(entry -> letters(entry.kind().label()))
                .sorted()
                .toList();
        List<String> unsaid = new ArrayList<>(there);
        said.forEach(unsaid::remove);
        if (outcome == Outcome.LEFT && said.contains(subject.kind()) && unsaid.equals(kept)) {
            return;
        }
        if (!unsaid.isEmpty() || (outcome == Outcome.CREATED && !there.equals(said))) {
            bench.leak(title + ": there is " + there + ", the receipt says " + said + "\n" + receipt);
        }
    }

    /** Takes the faults back and removes by the rental's ID, after which nothing may be left. */
    void cleanUp(Bench bench, String title, RentalId rental) {
        bench.cloud.clearFaults();
        subject.healCloud(bench.cloud);
        subject.remove(bench.clean, rental.value());
        List<String> left = leftovers(bench);
        if (!left.isEmpty()) {
            bench.problem(title + ": after the removal there is still " + left);
        }
    }

    /** Returns the letters of the kinds of what is there. */
    static List<String> leftovers(Bench bench) {
        return bench.leftovers().stream()
                .map(Leftover::kind)
                .map(Comparison::letters)
                .sorted()
                .toList();
    }

    private static String letters(String kind) {
        return kind.replaceAll("[^A-Za-z]", "").toLowerCase(Locale.ROOT);
    }
}
