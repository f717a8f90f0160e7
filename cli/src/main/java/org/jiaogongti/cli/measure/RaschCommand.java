package org.jiaogongti.cli.measure;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jiaogongti.measurement.irt.ConditionalRasch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code jgt measure rasch-cml}: the Rasch model by conditional maximum likelihood. */
@Command(name = "rasch-cml", mixinStandardHelpOptions = true, sortOptions = false, description = {
        "Rasch 模型的条件极大似然估计：每道题的难度（总和为 0）和标准误，不假定学生水平的分布。",
        "The Rasch model by conditional maximum likelihood: difficulties that add up to 0, and their errors."}, optionListHeading = "%n", footerHeading = "%n例 Example:%n", footer = "  ./jgt measure rasch-cml answers.csv")
final class RaschCommand implements Callable<Integer> {

    @Mixin
    private MeasureOptions options = new MeasureOptions();

    @Override
    public Integer call() {
        Csv csv = options.data();
        return options.answer(csv, () -> {
            ConditionalRasch.Result result = ConditionalRasch.fit(csv.scores());
            if (!result.converged()) {
                options.say("警告：" + result.iterations() + " 步后仍未收敛，数字仅供参考；请检查有没有几乎全对或全错的题");
            }
            Map<String, Object> all = new LinkedHashMap<>();
            all.put("n", csv.rows());
            all.put("cond_logLik", result.logLik());
            all.put("npar", result.names().size() - 1);
            all.put("converged", result.converged());
            all.put("iterations", result.iterations());
            List<Map<String, Object>> items = new ArrayList<>();
            for (int i = 0; i < result.names().size(); i++) {
                Map<String, Object> row = new LinkedHashMap<>();
                row.put("item", result.names().get(i));
                row.put("difficulty", result.difficulty(i));
                row.put("se", result.error(i));
                items.add(row);
            }
            all.put("items", items);
            return all;
        });
    }
}
