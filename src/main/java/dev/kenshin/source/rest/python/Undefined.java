package dev.kenshin.source.rest.python;

/**
 * What a name or key refers to that is not there. It prints as nothing, is false and has no elements; everything else
 * asked of it is an error.
 *
 * @param what as the template calls it
 */
public record Undefined(String what) {

    /** The error of asking more of it. */
    public PythonError error() {
        return PythonError.undefined(what);
    }
}
