package dev.kenshin.cli;
@picocli.CommandLine.Command(name = "preview")
final class PreviewCommand implements Runnable { PreviewCommand(Session s){} public void run(){} }
