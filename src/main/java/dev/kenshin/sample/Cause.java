package dev.kenshin.sample;

import java.util.List;

/**
 * Why a customer turns away, if it does.
 *
 * @param observed the kind of observation that gives it away, in the words of the CSMs' workbook
 * @param note what a CSM writes about it
 * @param churnReason what stands in the CRM once the contract is cancelled
 */
record Cause(String observed, String note, String churnReason) {
    private static final List<Cause> ALL = List.of(
            new Cause("役員交代", "推進役だった役員が退任。後任は費用対効果を見直す方針とのこと", "経営方針の変更"),
            new Cause("競合利用", "一部の部署が他社製品の試用を始めた", "他社製品への切り替え"),
            new Cause("競合利用", "親会社の指定製品との比較検討に入っていると聞いた", "親会社の製品に統一"),
            new Cause("担当者交代", "導入を進めていた担当者が異動。引き継ぎは未定", "推進担当者の異動"),
            new Cause("定例なし", "定例の日程調整に返信がない", "利用定着せず"),
            new Cause("定例なし", "多忙を理由に定例を3回続けて延期", "費用削減"));

    static Cause of(Dice dice) {
        return dice.pick(ALL);
    }
}
