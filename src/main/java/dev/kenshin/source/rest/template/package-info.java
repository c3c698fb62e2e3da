/**
 * The expressions in a connector's manifest ({@code {{ config['subdomain'] }}}): Jinja, with the meaning that Python gives
 * it, and nothing else of Python or Java within reach. Start with {@link dev.kenshin.source.rest.template.Template}.
 */
@NullMarked
package dev.kenshin.source.rest.template;

import org.jspecify.annotations.NullMarked;
