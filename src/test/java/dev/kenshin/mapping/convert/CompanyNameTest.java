package dev.kenshin.mapping.convert;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CompanyNameTest {

    @ParameterizedTest(name = "{0} = {1}")
    @CsvSource(delimiter = '|', textBlock = """
            株式会社山田製作所          | 山田製作所株式会社
            株式会社山田製作所          | ㈱山田製作所
            株式会社山田製作所          | (株)山田製作所
            株式会社山田製作所          | （株）　山田製作所
            株式会社山田製作所          | 山田製作所㈱
            株式会社山田製作所          | 山田製作所（株）
            株式会社山田製作所          | ㍿山田製作所
            株式会社山田製作所          | 株式会社　山田　製作所
            株式会社山田製作所          | 山田製作所
            株式会社山田製作所          | 山田製作所 御中
            株式会社山田製作所          | (株)山田製作所様
            有限会社すずき商店          | ㈲すずき商店
            有限会社すずき商店          | すずき商店(有)
            合同会社あおぞら            | あおぞら合同会社
            合同会社あおぞら            | (同)あおぞら
            一般社団法人日本工程協会    | （一社）日本工程協会
            一般社団法人日本工程協会    | 日本工程協会
            医療法人社団みどり会        | みどり会
            学校法人青葉学園            | (学)青葉学園
            テクノソリューションズ株式会社 | ﾃｸﾉｿﾘｭｰｼｮﾝｽﾞ㈱
            テクノソリューションズ株式会社 | テクノ・ソリューションズ（株）
            テクノソリューションズ株式会社 | テクノソリュ－ションズ(株)
            テクノソリューションズ株式会社 | テクノソリュ―ションズ
            株式会社データバンク        | 株式会社デ−タバンク
            株式会社ガードワン          | ｶﾞｰﾄﾞﾜﾝ
            キヤノン工業株式会社        | キャノン工業
            富士フイルム化学            | 富士フィルム化学㈱
            株式会社霞ヶ関システム      | 霞ケ関システム
            株式会社霞ヶ関システム      | ㈱霞ヶ関ｼｽﾃﾑ
            髙橋建設株式会社            | 高橋建設(株)
            株式会社ABC                 | ＡＢＣ株式会社
            株式会社ABC                 | Abc Co., Ltd.
            株式会社ABC                 | ABC CO.,LTD
            株式会社ABC                 | ABC, Inc.
            株式会社ABC                 | ABC Inc
            株式会社ABC                 | ABC K.K.
            株式会社ABC                 | abc Corporation
            株式会社ABC                 | A.B.C. Ltd.
            Müller GmbH                 | Müller
            Tri-Star LLC                | TriStar, L.L.C.
            Smith & Co., Ltd.           | SMITH＆Co.
            株式会社山田ホールディングス Co., Ltd. | 山田ホールディングス
            アクメ123株式会社           | アクメ１２３
            カ)ヤマダ                   | ヤマダ
            サイバー　リンク            | サイバーリンク
            """)
    void spellingsOfOneCompany_meetInOneKey(String one, String other) {
        assertThat(CompanyName.key(one)).isEqualTo(CompanyName.key(other)).isNotEmpty();
    }

    @ParameterizedTest(name = "{0} ≠ {1}")
    @CsvSource(delimiter = '|', textBlock = """
            株式会社山田製作所       | 株式会社山田製作
            株式会社山田製作所       | 株式会社ヤマダ製作所
            株式会社山田製作所       | 山田製作所ホールディングス株式会社
            株式会社山田製作所       | 山田製作所東京支店
            株式会社東洋システム     | 株式会社東洋システムズ
            株式会社A&B              | 株式会社AB
            Zinc                     | Z
            Disco                    | Dis
            Incline                  | Line
            Costco                   | Cost
            株式会社データ           | 株式会社テータ
            株式会社パール           | 株式会社バール
            第一工業                 | 第二工業
            ABC商事                  | ABD商事
            C++工房                  | C工房
            """)
    void differentCompanies_stayApart(String one, String other) {
        assertThat(CompanyName.key(one)).isNotEqualTo(CompanyName.key(other));
    }

    @Test
    void legalFormAlone_isKept() {
        assertThat(CompanyName.key("株式会社")).isEqualTo("株式会社");
        assertThat(CompanyName.key("Inc.")).isEqualTo("inc");
    }

    @Test
    void punctuationAlone_hasNoKey() {
        assertThat(CompanyName.key("―")).isEmpty();
        assertThat(CompanyName.key(" ・ ")).isEmpty();
    }

    @Test
    void display_foldsWidthAndSpaces() {
        assertThat(CompanyName.display(" ㈱ヤマダ　　製作所 ")).isEqualTo("(株)ヤマダ 製作所");
    }
}
