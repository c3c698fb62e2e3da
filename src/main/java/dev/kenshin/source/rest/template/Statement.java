package dev.kenshin.source.rest.template;

/** A part of a template that writes something, or remembers it. */
@FunctionalInterface
interface Statement {
    void render(Frame frame, Output out);
}
