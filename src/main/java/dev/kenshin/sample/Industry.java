package dev.kenshin.sample;

/** What a customer does, as the CRM calls it. */
enum Industry {
    IT("IT"),
    MANUFACTURING("製造業"),
    CONSTRUCTION("建設業"),
    RETAIL("小売業"),
    LOGISTICS("物流業"),
    HEALTHCARE("医療"),
    FINANCE("金融"),
    OTHER("その他");

    private final String label;

    Industry(String label) {
        this.label = label;
    }

    String label() {
        return label;
    }
}
