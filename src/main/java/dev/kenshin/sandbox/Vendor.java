package dev.kenshin.sandbox;

/** One vendor's API. Called by several threads at once. */
interface Vendor {

    /** The part of the path that leads to it, such as {@code /zendesk}. */
    String prefix();

    Reply answer(Call call);
}
