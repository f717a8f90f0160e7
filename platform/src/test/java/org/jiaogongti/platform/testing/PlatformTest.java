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
 * The demo as people meet it: the sample world at 2024-11-20 in a real PostgreSQL, a server on a free port. Beans come
 * by constructor, a {@link Visitor} as a method's argument. All tests share one application and one database.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Inherited
@SpringBootTest(classes = Platform.class, webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT, properties = {
        "jgt.mode=DEMO", "jgt.webhooks.hosts=localhost"})
@ContextConfiguration(initializers = TestDatabase.class)
@Import(CountingDataSources.class)
@TestConstructor(autowireMode = TestConstructor.AutowireMode.ALL)
@ExtendWith(VisitorExtension.class)
public @interface PlatformTest {
}
