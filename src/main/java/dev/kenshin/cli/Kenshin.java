package dev.kenshin.cli;

public final class Kenshin {
    private Kenshin() {}

    public static void main(String[] args) {
        System.out.println("hello");
    }
}
