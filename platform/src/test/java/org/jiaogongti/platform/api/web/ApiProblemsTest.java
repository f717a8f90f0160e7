package org.jiaogongti.platform.api.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.sql.SQLException;
import org.jiaogongti.platform.database.PostgresFullDisk;
import org.jiaogongti.platform.shell.MessageBook;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

final class ApiProblemsTest {

    private static MockHttpServletResponse answered(String state) throws IOException {
        MockHttpServletResponse response = new MockHttpServletResponse();
        new ApiProblems(new MessageBook(), new PostgresFullDisk()).fault(
                new DataAccessResourceFailureException("written", new SQLException("could not extend file", state)),
                new MockHttpServletRequest("POST", "/api/v1/occasions"), response);
        return response;
    }

    @Test
    void aFullDiskIsToldFromADatabaseThatIsNotThere() throws IOException {
        MockHttpServletResponse full = answered("53100");
        assertThat(full.getStatus()).isEqualTo(507);
        assertThat(full.getContentAsString()).contains("urn:jiaogongti:problem:full", "磁盘满了", "没有改动任何数据")
                .doesNotContain("could not extend");
        assertThat(answered("08006").getStatus()).as("connection_failure").isEqualTo(500);
    }
}
