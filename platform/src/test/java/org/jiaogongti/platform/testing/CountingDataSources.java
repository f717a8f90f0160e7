package org.jiaogongti.platform.testing;

import jakarta.servlet.Filter;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.CallableStatement;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.Statement;
import java.util.Set;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;

/** Puts the statement counter between the application and its pool. */
@TestConfiguration(proxyBeanMethods = false)
public class CountingDataSources {

    private static final Set<String> EXECUTIONS = Set.of("execute", "executeQuery", "executeUpdate", "executeBatch",
            "executeLargeUpdate", "executeLargeBatch");

    @Bean
    static BeanPostProcessor countStatements() {
        return new BeanPostProcessor() {
            @Override
            public Object postProcessAfterInitialization(Object bean, String name) {
                return bean instanceof DataSource ? wrap(bean, DataSource.class, null) : bean;
            }
        };
    }

    @Bean
    static Filter requestsUnderWay() {
        return new RequestsUnderWay();
    }

    private static Object wrapResult(Object target, Object result, @Nullable String sql) {
        if (result instanceof CallableStatement statement) {
            return wrap(statement, CallableStatement.class, sql);
        }
        if (result instanceof PreparedStatement statement) {
            return wrap(statement, PreparedStatement.class, sql);
        }
        if (result instanceof Statement statement) {
            return wrap(statement, Statement.class, sql);
        }
        return target instanceof DataSource && result instanceof Connection connection
                ? wrap(connection, Connection.class, null)
                : result;
    }

    @SuppressWarnings("ReferenceEquality") // a proxy equals itself only
    private static <T> T wrap(Object target, Class<T> type, @Nullable String sql) {
        InvocationHandler handler = (proxy, method, arguments) -> {
            if (target instanceof Statement && EXECUTIONS.contains(method.getName())) {
                boolean direct = arguments != null && arguments.length > 0 && arguments[0] instanceof String;
                SqlCount.record(direct ? (String) arguments[0] : sql == null ? "batch" : sql);
            }
            if (method.getName().equals("equals") && arguments != null) {
                return proxy == arguments[0];
            }
            try {
                Object result = method.invoke(target, arguments);
                String prepared = arguments != null && arguments.length > 0 && arguments[0] instanceof String text
                        ? text
                        : sql;
                return result == null ? null : wrapResult(target, result, prepared);
            } catch (InvocationTargetException e) {
                throw e.getTargetException();
            }
        };
        return type.cast(Proxy.newProxyInstance(CountingDataSources.class.getClassLoader(), new Class<?>[]{type},
                handler));
    }
}
