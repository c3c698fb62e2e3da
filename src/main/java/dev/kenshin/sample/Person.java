package dev.kenshin.sample;

import dev.kenshin.sample.WordStock.Word;
import java.util.List;

/**
 * An invented person.
 *
 * @param mailbox the part of the e-mail address before the @
 */
record Person(String surname, String name, String mailbox) {
    private static final List<Word> SURNAMES =
            WordStock.words("三雲 mikumo 早瀬 hayase 柏葉 kashiwaba 小野寺 onodera 藤代 fujishiro"
                    + " 水越 mizukoshi 北條 hojo 古賀 koga 真壁 makabe 野々村 nonomura 相良 sagara 芦田 ashida 戸川 togawa 梶原 kajiwara"
                    + " 平松 hiramatsu 熊谷 kumagai 白石 shiraishi 折原 orihara 岩瀬 iwase 瀬川 segawa 高梨 takanashi 外山 toyama"
                    + " 稲葉 inaba 片桐 katagiri 香川 kagawa 桑原 kuwabara 江藤 eto 榊 sakaki 生田 ikuta 栗山 kuriyama 志村 shimura"
                    + " 仁科 nishina 佐伯 saeki 津田 tsuda 長尾 nagao 能勢 nose 浜口 hamaguchi 船越 funakoshi 堀井 horii 増子 mashiko");

    private static final List<Word> NAMES =
            WordStock.words("直樹 n 美咲 m 健太 k 彩 a 大輔 d 由美子 y 翔 s 恵 me 拓也 t 千尋 c 誠 ma 真理 mr"
                    + " 亮 r 香織 ka 修 o 友香 yk 浩二 h 沙織 sa 啓介 ke 奈々 nn 隆 tk 麻衣 mi 哲也 te 里奈 ri 学 mn 遥 ha 優 yu 明日香 as");

    static Person of(Dice dice) {
        Word surname = dice.pick(SURNAMES);
        Word name = dice.pick(NAMES);
        return new Person(surname.written(), name.written(), surname.reading() + "." + name.reading());
    }

    /** Surname and name, in the order of the language. */
    String full() {
        return surname + " " + name;
    }
}
