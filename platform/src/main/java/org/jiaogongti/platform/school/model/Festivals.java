package org.jiaogongti.platform.school.model;

import com.nlf.calendar.Lunar;
import com.nlf.calendar.Solar;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Year;
import java.util.ArrayList;
import java.util.List;

/**
 * The statutory holidays of a year as they usually fall. The State Council says each autumn how the next year's lie, with days
 * exchanged; so these are proposals.
 */
final class Festivals {

    private static final int NATIONAL_DAYS = 7;
    private static final int LABOUR_DAYS = 5;

    /** @param name in the words of a calendar */
    record Festival(String name, LocalDate first, LocalDate last) {}

    private Festivals() {}

    /** 正月初一. */
    static LocalDate springFestival(int year) {
        return day(Lunar.fromYmd(year, 1, 1).getSolar());
    }

    /** In their order, without Spring Festival, which lies in the winter holidays. */
    static List<Festival> of(Year year) {
        int y = year.getValue();
        List<Festival> festivals = new ArrayList<>();
        festivals.add(single("元旦", LocalDate.of(y, 1, 1)));
        festivals.add(single("清明节", clearAndBright(y)));
        LocalDate labour = LocalDate.of(y, 5, 1);
        festivals.add(new Festival("劳动节", labour, labour.plusDays(LABOUR_DAYS - 1)));
        festivals.add(single("端午节", day(Lunar.fromYmd(y, 5, 5).getSolar())));
        autumn(y, festivals);
        return festivals;
    }

    /** 中秋 at or in the National Day holidays makes them one, a day longer. */
    private static void autumn(int year, List<Festival> festivals) {
        LocalDate national = LocalDate.of(year, 10, 1);
        LocalDate last = national.plusDays(NATIONAL_DAYS - 1);
        LocalDate moon = day(Lunar.fromYmd(year, 8, 15).getSolar());
        if (moon.isBefore(national.minusDays(2))) {
            festivals.add(single("中秋节", moon));
            festivals.add(new Festival("国庆节", national, last));
        } else if (moon.isBefore(national)) {
            festivals.add(new Festival("中秋节、国庆节", moon, last));
        } else {
            festivals.add(new Festival("国庆节、中秋节", national, last.plusDays(1)));
        }
    }

    /** One on a weekend gives the Monday after it. */
    private static Festival single(String name, LocalDate day) {
        LocalDate monday = day.getDayOfWeek() == DayOfWeek.SATURDAY
                ? day.plusDays(2)
                : day.getDayOfWeek() == DayOfWeek.SUNDAY ? day.plusDays(1) : day;
        return new Festival(name, monday, monday);
    }

    /** 清明, on one of three days. */
    private static LocalDate clearAndBright(int year) {
        LocalDate day = LocalDate.of(year, 4, 4);
        while (!Solar.fromYmd(day.getYear(), day.getMonthValue(), day.getDayOfMonth()).getLunar().getJieQi()
                .equals("清明")) {
            day = day.plusDays(1);
            if (day.getDayOfMonth() > 6) {
                throw new IllegalStateException("no 清明 from 4 to 6 April " + year);
            }
        }
        return day;
    }

    private static LocalDate day(Solar solar) {
        return LocalDate.of(solar.getYear(), solar.getMonth(), solar.getDay());
    }
}
