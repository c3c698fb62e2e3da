package dev.kenshin.sample;

/** What a customer bought, and how closely it is looked after. */
enum Plan {
    LIGHT("ライト", 1_200, "テックタッチ"),
    STANDARD("スタンダード", 1_980, "ロータッチ"),
    ENTERPRISE("エンタープライズ", 2_900, "ハイタッチ");

    private final String label;
    private final int listPrice;
    private final String touch;

    Plan(String label, int listPrice, String touch) {
        this.label = label;
        this.listPrice = listPrice;
        this.touch = touch;
    }

    /** The plan that companies with so many seats usually take. */
    static Plan forSeats(int seats) {
        if (seats < 20) {
            return LIGHT;
        }
        return seats < 110 ? STANDARD : ENTERPRISE;
    }

    String label() {
        return label;
    }

    /** Yen a seat and month. */
    int listPrice() {
        return listPrice;
    }

    /** The touch model in the CRM's words. */
    String touch() {
        return touch;
    }
}
