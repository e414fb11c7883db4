package io.kws.sdk.internal.placement;

import io.kws.sdk.driver.NodeView;
import io.kws.sdk.driver.RentalBackend;
import io.kws.sdk.driver.errors.ErrorDetails;
import io.kws.sdk.driver.steps.Deadline;
import io.kws.sdk.errors.KwsException;
import io.kws.sdk.internal.nodes.FleetNodes;
import io.kws.sdk.internal.nodes.RentalReader;
import io.kws.sdk.receipts.Outcome;
import io.kws.sdk.receipts.Receipt;
import io.kws.sdk.receipts.ReceiptEntry;
import io.kws.sdk.receipts.ResourceKind;
import java.util.ArrayList;
import java.util.List;

/**
 * Looks once more at a node that was passed over after the answer to its create call had been lost, and takes away what it
 * may have made after its use case had looked for it in vain: the thing is on another node by now.
 */
final class LateCreateCleanup {
    private final FleetNodes nodes;
    private final PlacementRequest<?, ?, ?> request;

    LateCreateCleanup(FleetNodes nodes, PlacementRequest<?, ?, ?> request) {
        this.nodes = nodes;
        this.request = request;
    }

    /** Tells whether a failure leaves such a doubt. The step is named alike by all drivers. */
    static boolean isNeeded(PlacementRequest<?, ?, ?> request, KwsException failure) {
        return ErrorDetails.isAnswerMissing(failure)
                && failure.step()
                        .equals("create " + madeFirst(request.kind().kind()).label());
    }

    /** An app is what is made of its Deployment. */
    private static ResourceKind madeFirst(ResourceKind kind) {
        return kind == ResourceKind.APP ? ResourceKind.DEPLOYMENT : kind;
    }

    /** Returns what was taken away, or left as it could not be looked at. */
    Receipt at(String node) {
        try {
            return Deadline.after(nodes.fanOut().perNode()).during(() -> removed(nodes.get(node)));
        } catch (KwsException e) {
            return new Receipt(List.of(new ReceiptEntry(
                    madeFirst(request.kind().kind()),
                    request.name(),
                    "",
                    Outcome.LEFT,
                    "whether it was made late is not known: " + e.reason())));
        }
    }

    private Receipt removed(NodeView node) {
        List<ReceiptEntry> entries = new ArrayList<>();
        for (RentalBackend backend : FleetNodes.backends(node)) {
            if (backend.kind() == request.kind().kind()) {
                RentalReader.things(node, backend).stream()
                        .filter(thing -> thing.isOf(request.rental()))
                        .forEach(thing -> entries.addAll(backend.end(thing.id()).entries()));
            }
        }
        return new Receipt(entries);
    }
}
