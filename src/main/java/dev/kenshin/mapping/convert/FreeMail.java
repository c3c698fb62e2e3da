package dev.kenshin.mapping.convert;

import java.util.Set;

/** Domains under which anybody may have an address: free mail, mobile carriers and internet providers. */
final class FreeMail {
    private static final Set<String> DOMAINS = Set.of("""
            gmail.com googlemail.com yahoo.co.jp yahoo.ne.jp ymail.ne.jp yahoo.com ymail.com outlook.com
            outlook.jp hotmail.com hotmail.co.jp live.com live.jp msn.com icloud.com me.com mac.com
            aol.com aol.jp gmx.com proton.me protonmail.com zoho.com mail.com docomo.ne.jp ezweb.ne.jp
            au.com softbank.ne.jp i.softbank.jp ymobile.ne.jp nifty.com biglobe.ne.jp so-net.ne.jp
            ocn.ne.jp plala.or.jp excite.co.jp infoseek.jp goo.jp
            """.split("\\s+"));

    private FreeMail() {}

    static boolean hosts(String domain) {
        return DOMAINS.contains(domain);
    }
}
