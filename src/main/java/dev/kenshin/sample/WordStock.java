package dev.kenshin.sample;

import java.util.List;
import java.util.stream.Stream;

/**
 * The morphemes that company names are put together from, each with its reading. All can be written in Shift_JIS. The
 * combinations are meant to sound like companies without being any.
 */
final class WordStock {
    /** A piece of a name. */
    record Word(String written, String reading) {}

    /** How a company's name ends, which says what it does. */
    record Trade(String written, String reading, Industry industry) {}

    static final List<Word> HEADS =
            words("碧 heki 藍 ai 茜 akane 萌 moe 澄 sumi 凛 rin 暁 akatsuki 宵 yoi 初 hatsu 雪 yuki 霜 shimo"
                    + " 露 tsuyu 風 kaze 星 hoshi 虹 niji 雲 kumo 霞 kasumi 翠 sui 紫 shi 琥 ko 瑠 ru 珊 san 翡 hi 橙 dai 杏 an 楓 kaede"
                    + " 柊 hiiragi 桐 kiri 椎 shii 榧 kaya 樫 kashi 楠 kusu 欅 keyaki 梓 azusa 棗 natsume 芹 seri 菫 sumire 蓬 yomogi"
                    + " 葵 aoi 鷺 sagi 鶉 uzura 雁 kari 鴇 toki 鳩 hato 鮎 ayu 蛍 hotaru 砂 suna 磯 iso");

    static final List<Word> TAILS =
            words("嶺 mine 霧 giri 凪 nagi 汐 shio 萩 hagi 椛 momiji 樺 kaba 椿 tsubaki 葦 ashi 渚 nagisa 峰 hou"
                    + " 瀬 se 淵 fuchi 灘 nada 岬 misaki 洲 su 堰 seki 峠 touge 苑 en 園 sono 郷 gou 窪 kubo 門 mon 垣 gaki 窓 mado"
                    + " 灯 tomori 帆 ho 舟 fune 櫂 kai 錨 ikari 弦 gen 鈴 suzu 笛 fue 鼓 tsuzumi 鞠 mari 織 ori 絹 kinu 錦 nishiki"
                    + " 糸 ito 紬 tsumugi 硯 suzuri 筆 fude 栞 shiori 鏡 kagami 環 tamaki 鍵 kagi 釜 kama 杵 kine");

    static final List<Word> KATAKANA_HEADS = words("アオ ao ソラ sora ミナ mina ハル haru カゼ kaz ユキ yuk ヒナ hina トキ tok ルリ ruri"
            + " ナギ nag モリ mori コト koto ツキ tsuk イズ iz ウミ umi クレ kure");

    private static final List<Word> MIDDLES = words("ネ ne ラ la リ li ミ mi ル lu ト to");
    private static final List<Word> ENDS = words("ード de ックス x ナ na リア ria ント nt ーム m リス lis ポート port");

    /** As many as {@link #TAILS}. */
    static final List<Word> KATAKANA_TAILS = MIDDLES.stream()
            .flatMap(middle -> ENDS.stream()
                    .map(end -> new Word(middle.written() + end.written(), middle.reading() + end.reading())))
            .toList();

    static final List<Trade> TRADES = List.of(
            new Trade("建設", "kensetsu", Industry.CONSTRUCTION),
            new Trade("製作所", "seisakusho", Industry.MANUFACTURING),
            new Trade("システム", "system", Industry.IT),
            new Trade("工務店", "komuten", Industry.CONSTRUCTION),
            new Trade("物流", "butsuryu", Industry.LOGISTICS),
            new Trade("精機", "seiki", Industry.MANUFACTURING),
            new Trade("設備", "setsubi", Industry.CONSTRUCTION),
            new Trade("ストア", "store", Industry.RETAIL),
            new Trade("電機", "denki", Industry.MANUFACTURING),
            new Trade("設計", "sekkei", Industry.OTHER),
            new Trade("土木", "doboku", Industry.CONSTRUCTION),
            new Trade("ソフトウェア", "software", Industry.IT),
            new Trade("工業", "kogyo", Industry.MANUFACTURING),
            new Trade("メディカル", "medical", Industry.HEALTHCARE),
            new Trade("建材", "kenzai", Industry.CONSTRUCTION),
            new Trade("運輸", "unyu", Industry.LOGISTICS),
            new Trade("化成", "kasei", Industry.MANUFACTURING),
            new Trade("電設", "densetsu", Industry.CONSTRUCTION),
            new Trade("情報", "joho", Industry.IT),
            new Trade("リース", "lease", Industry.FINANCE),
            new Trade("造園", "zoen", Industry.CONSTRUCTION),
            new Trade("部品", "buhin", Industry.MANUFACTURING),
            new Trade("商店", "shoten", Industry.RETAIL),
            new Trade("倉庫", "soko", Industry.LOGISTICS),
            new Trade("測量", "sokuryo", Industry.OTHER),
            new Trade("医療器", "iryoki", Industry.HEALTHCARE),
            new Trade("鋳造", "chuzo", Industry.MANUFACTURING),
            new Trade("塗装", "toso", Industry.CONSTRUCTION),
            new Trade("データ", "data", Industry.IT),
            new Trade("食品", "shokuhin", Industry.MANUFACTURING),
            new Trade("企画", "kikaku", Industry.OTHER),
            new Trade("空調", "kucho", Industry.CONSTRUCTION),
            new Trade("陸送", "rikuso", Industry.LOGISTICS),
            new Trade("金型", "kanagata", Industry.MANUFACTURING),
            new Trade("住建", "juken", Industry.CONSTRUCTION),
            new Trade("ファイナンス", "finance", Industry.FINANCE),
            new Trade("雑貨", "zakka", Industry.RETAIL),
            new Trade("樹脂", "jushi", Industry.MANUFACTURING),
            new Trade("道路", "doro", Industry.CONSTRUCTION),
            new Trade("ケア", "care", Industry.HEALTHCARE));

    private WordStock() {}

    /** Pairs of word and reading, separated by spaces. */
    static List<Word> words(String pairs) {
        String[] parts = pairs.split(" ", -1);
        return Stream.iterate(0, at -> at < parts.length, at -> at + 2)
                .map(at -> new Word(parts[at], parts[at + 1]))
                .toList();
    }
}
