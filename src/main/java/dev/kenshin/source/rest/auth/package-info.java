/**
 * How the calls of a connector's manifest prove who makes them: keys, tokens that are fetched and renewed, signed claims.
 * {@link dev.kenshin.source.rest.auth.Authenticators} makes one from a manifest; start there.
 */
@NullMarked
package dev.kenshin.source.rest.auth;

import org.jspecify.annotations.NullMarked;
