package io.kws.sdk.sandbox.site;

/**
 * Who makes a request, as the token says.
 *
 * @param userId the user
 * @param userName the user's name
 * @param projectId the project the token is for; empty if it is for none
 * @param projectName the project's name
 * @param rank what the token allows
 */
public record Caller(String userId, String userName, String projectId, String projectName, Rank rank) {
    /** What a token allows. */
    public enum Rank {
        /** May use the project's own resources. */
        MEMBER,
        /** May use everything. */
        ADMIN
    }

    /** {@return whether the caller may use everything} */
    public boolean isAdmin() {
        return rank == Rank.ADMIN;
    }

    /**
     * Tells whether something of a project is the caller's to change.
     *
     * @param owner the project it belongs to
     * @return true for the project's members and the administrator
     */
    public boolean owns(String owner) {
        return isAdmin() || projectId.equals(owner);
    }
}
