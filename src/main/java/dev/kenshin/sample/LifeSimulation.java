package dev.kenshin.sample;

import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/**
 * Goes through a customer's life month by month. The probabilities are chosen so that about one customer in eight leaves
 * within a year, nearly always after a decline of four months or more.
 */
final class LifeSimulation {
    /** Nothing is decided for later months; who is still there then stays as it is. */
    private static final int HORIZON = 72;

    private final Dice dice;
    private final YearMonth start;
    private final boolean newcomer;
    private final boolean slow;
    private final double usual;
    private final List<Month> months = new ArrayList<>();
    private Phase phase;
    private int since;
    private double vigor;

    /**
     * @param newcomer whether the customer's introduction is part of the story
     * @param slow whether the introduction goes badly
     */
    LifeSimulation(Dice dice, YearMonth start, boolean newcomer, boolean slow) {
        this.dice = dice;
        this.start = start;
        this.newcomer = newcomer;
        this.slow = slow;
        this.usual = dice.between(0.42, 0.9);
        this.phase = newcomer ? Phase.ONBOARDING : Phase.STEADY;
        this.vigor = newcomer ? 0.15 : usual;
    }

    /** The months from {@code first} on; the last of them is the customer's last if there are fewer than the horizon. */
    List<Month> from(YearMonth first) {
        YearMonth month = first;
        while (months.size() < HORIZON) {
            vigor = Math.max(0.03, Math.min(1, vigor + pull() + dice.noise(0.025)));
            months.add(new Month(month, phase, since, age(month), vigor));
            if (leaves(month)) {
                break;
            }
            enter(next());
            month = month.plusMonths(1);
        }
        return months;
    }

    boolean left() {
        return months.size() < HORIZON;
    }

    private double pull() {
        return switch (phase) {
            case ONBOARDING -> 0.4 * ((slow ? 0.2 : usual) - vigor);
            case STUCK -> 0.5 * (0.1 - vigor);
            case STEADY -> 0.3 * (usual - vigor);
            case GROWING -> 0.3 * (Math.min(1, usual + 0.15) - vigor);
            case DECLINING -> -0.28 * vigor;
            case RECOVERING -> 0.3 * (usual - vigor);
        };
    }

    private Phase next() {
        return switch (phase) {
            case ONBOARDING -> since < 2 ? Phase.ONBOARDING : slow ? Phase.STUCK : Phase.STEADY;
            case STUCK -> dice.chance(0.15) ? Phase.RECOVERING : Phase.STUCK;
            case STEADY -> dice.chance(0.017) ? Phase.DECLINING : dice.chance(0.03) ? Phase.GROWING : Phase.STEADY;
            case GROWING -> dice.chance(0.12) ? Phase.STEADY : Phase.GROWING;
            case DECLINING -> since >= 3 && dice.chance(0.13) ? Phase.RECOVERING : Phase.DECLINING;
            case RECOVERING -> since >= 2 && dice.chance(0.3) ? Phase.STEADY : Phase.RECOVERING;
        };
    }

    private void enter(Phase next) {
        since = next == phase ? since + 1 : 0;
        phase = next;
    }

    /** Contracts run for a year; a newcomer's end is known, an old customer's is set to where the story wants it. */
    private boolean leaves(YearMonth month) {
        return switch (phase) {
            case DECLINING -> since >= 3 && (!newcomer || age(month) % 12 == 11) && dice.chance(newcomer ? 0.85 : 0.25);
            case STUCK -> since >= 4 && dice.chance(0.15);
            default -> false;
        };
    }

    private int age(YearMonth month) {
        return (int) ChronoUnit.MONTHS.between(start, month);
    }
}
