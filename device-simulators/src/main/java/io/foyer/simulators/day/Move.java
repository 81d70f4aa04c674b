package io.foyer.simulators.day;

import io.foyer.simulators.space.Step;

/** A member goes from one zone to the next. {@code second} of the day in which the border is crossed. */
public record Move(Member member, int second, Step step) {}
