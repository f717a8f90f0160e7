package org.jiaogongti.platform.school;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ClassNameTest {

    @ParameterizedTest
    @CsvSource({"三年级2班,三年级2班", "三(2)班,三年级2班", "三（2）班,三年级2班", "三2班,三年级2班", "3年级2班,三年级2班", "三年级二班,三年级2班", "302,三年级2班",
            "302班,三年级2班", "3.2班,三年级2班", "一年级12班,一年级12班", "六年级十班,六年级10班", "三 年级 2 班,三年级2班"})
    void theUsualWaysOfWritingAClassAreOneClass(String typed, String text) {
        assertThat(ClassName.parse(typed)).map(ClassName::text).contains(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "三年级", "班", "十二班", "三年级0班", "三年级99班", "302室", "三年级全体"})
    void whatNamesNoClassIsNone(String typed) {
        assertThat(ClassName.parse(typed)).isEmpty();
    }
}
