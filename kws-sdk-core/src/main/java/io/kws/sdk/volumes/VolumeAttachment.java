package io.kws.sdk.volumes;

/**
 * Where a volume is attached. Immutable.
 *
 * @param serverId the server's ID
 * @param device the device's name as the service guesses it, such as {@code /dev/vdb}; the server may see another
 */
public record VolumeAttachment(String serverId, String device) {}
