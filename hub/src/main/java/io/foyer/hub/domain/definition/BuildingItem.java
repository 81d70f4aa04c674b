package io.foyer.hub.domain.definition;

/**
 * The four items into which the electricity of a public building is parted: Technical Guide for the Collection of Energy
 * Data by Item, Ministry of Housing and Urban-Rural Development of China, 2008.
 */
public enum BuildingItem {
    /** Lamps, and what is plugged into sockets. */
    LIGHTING_SOCKETS("照明插座用电", "Lighting and sockets"),
    AIR_CONDITIONING("空调用电", "Air conditioning"),
    /** Lifts, pumps and fans other than those of the air conditioning. */
    POWER("动力用电", "Lifts, pumps and fans"),
    /** What is not a usual function of a building: servers, kitchens, swimming pools. */
    SPECIAL("特殊用电", "Special use");

    private final String zh;
    private final String en;

    BuildingItem(String zh, String en) {
        this.zh = zh;
        this.en = en;
    }

    public BilingualText title() {
        return new BilingualText(zh, en);
    }
}
