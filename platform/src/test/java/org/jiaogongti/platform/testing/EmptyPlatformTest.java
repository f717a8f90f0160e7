package org.jiaogongti.platform.testing;

import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.jiaogongti.platform.Platform;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.context.TestConstructor;

/**
 * The product as {@code serve} starts it for the first time: every table, no row, no district. Otherwise like
 * {@link PlatformTest}.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Inherited
@SpringBootTest(classes = Platform.class, webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT, properties = {
        "jgt.mode=SERVE"})
@ContextConfiguration(initializers = TestDatabase.class)
@Import(CountingDataSources.class)
@TestConstructor(autowireMode = TestConstructor.AutowireMode.ALL)
@ExtendWith(VisitorExtension.class)
public @interface EmptyPlatformTest {
}
