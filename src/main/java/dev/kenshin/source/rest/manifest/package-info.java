/**
 * Reads connector manifests of the open low-code dialect into {@link dev.kenshin.source.rest.manifest.Component}s whose
 * references are resolved, whose parameters have cascaded and whose types are all written out. What the components mean
 * is decided by the packages beside this one. Start with {@link dev.kenshin.source.rest.manifest.Manifest}.
 */
@NullMarked
package dev.kenshin.source.rest.manifest;

import org.jspecify.annotations.NullMarked;
