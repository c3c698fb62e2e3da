package dev.kenshin.source.rest.template;

import dev.kenshin.source.rest.python.PythonError;

/**
 * A text whose characters can be looked at a limited number of times only, since some regular expressions take ages on
 * some texts.
 */
final class PatientText implements CharSequence {
    private static final int PATIENCE = 5_000_000;

    private final String text;
    private int looks;

    PatientText(String text) {
        this.text = text;
    }

    @Override
    public char charAt(int index) {
        if (++looks > PATIENCE) {
            throw PythonError.tooMuch();
        }
        return text.charAt(index);
    }

    @Override
    public int length() {
        return text.length();
    }

    @Override
    public CharSequence subSequence(int start, int end) {
        return text.substring(start, end);
    }

    @Override
    public String toString() {
        return text;
    }
}
