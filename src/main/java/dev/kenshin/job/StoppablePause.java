package dev.kenshin.job;

import dev.kenshin.source.Pause;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;

/** Waits for sources until the process is asked to stop; from then on nobody waits any more. */
final class StoppablePause implements Pause {
    private final Pause pause;
    private final Set<Thread> waiting = new HashSet<>();
    private boolean stopped;

    StoppablePause(Pause pause) {
        this.pause = pause;
    }

    @Override
    public void await(Duration length) throws InterruptedException {
        begin();
        try {
            pause.await(length);
        } finally {
            end();
        }
    }

    /** Ends all waits. */
    synchronized void stop() {
        stopped = true;
        waiting.forEach(Thread::interrupt);
    }

    private synchronized void begin() throws InterruptedException {
        if (stopped) {
            throw new InterruptedException("the process is to end");
        }
        waiting.add(Thread.currentThread());
    }

    private synchronized void end() {
        waiting.remove(Thread.currentThread());
    }
}
