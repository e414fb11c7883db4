package io.kws.sdk.openstack.resources;

import io.kws.sdk.driver.steps.UseCase;
import io.kws.sdk.driver.steps.UseCaseRunner;
import io.kws.sdk.errors.KwsException;
import io.kws.sdk.operations.Operation;

/** Starts uploads whose content has to be closed once they have ended. */
public final class AsyncUpload {
    private AsyncUpload() {}

    /**
     * Starts an upload.
     *
     * @param runner runs it
     * @param upload the upload
     * @param close closes the content; called once the upload has ended in any way, or could not be started
     * @param <T> the result of the upload
     * @return the running upload
     */
    public static <T> Operation<T> start(UseCaseRunner runner, UseCase<T> upload, Runnable close) {
        try {
            Operation<T> operation = runner.start(upload);
            var unused = operation.toFuture().whenComplete((result, failure) -> close.run());
            return operation;
        } catch (KwsException e) {
            close.run();
            throw e;
        }
    }
}
