package io.kws.sdk.images;

import java.util.List;
import java.util.Optional;

/**
 * The images of a node, as its Glance lists them (Image API v2). Each method blocks, makes at least one call and throws
 * a {@link io.kws.sdk.errors.KwsException} if that fails. Safe for use by many threads.
 */
public interface Images {
    /** {@return all images the credentials can see, all pages} */
    List<Image> list();

    /**
     * Returns an image, or nothing.
     *
     * @param nameOrId its name or ID
     * @return the image, if there is one
     * @throws io.kws.sdk.errors.AmbiguousException if several images have the name
     */
    Optional<Image> find(String nameOrId);

    /**
     * Returns an image.
     *
     * @param nameOrId its name or ID
     * @return the image
     * @throws io.kws.sdk.errors.NotFoundException if there is none; suggests the nearest name
     * @throws io.kws.sdk.errors.AmbiguousException if several images have the name
     */
    Image get(String nameOrId);
}
