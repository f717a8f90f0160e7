package org.jiaogongti.cli.measure;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jiaogongti.cli.Refusal;
import org.jiaogongti.measurement.linking.ScaleLinking;
import org.jiaogongti.measurement.linking.ScaleLinking.Common;
import org.jiaogongti.measurement.linking.ScaleLinking.Method;
import org.jiaogongti.measurement.linking.ScaleLinking.Parameters;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code jgt measure link}: constants between the scales of two forms. */
@Command(name = "link", mixinStandardHelpOptions = true, sortOptions = false, description = {
        "量尺连接：由两卷共同题的参数求 A、B，使 卷二的水平 = A × 卷一的水平 + B。",
        "Links two forms by their common items: theta of form 2 = A x theta of form 1 + B."}, optionListHeading = "%n", footerHeading = "%n例 Example:%n", footer = {
                "  ./jgt measure link items.csv --method Stocking-Lord", "",
                "列 Columns: form,item,[logit g,]intercept,slope（最后一列是斜率 the slope is last）"})
final class LinkCommand implements Callable<Integer> {

    @Mixin
    private MeasureOptions options = new MeasureOptions();

    @Option(names = "--method", required = true, paramLabel = "mean-mean|mean-gmean|mean-sigma|Haebara|Stocking-Lord", description = {
            "方法：按参数的矩，或按题目曲线（Haebara）、测验曲线（Stocking-Lord）",
            "by moments of parameters, or by item curves (Haebara) or test curves (Stocking-Lord)"})
    private String method = "";

    /** The items of one form by name. */
    private record Form(String name, Map<String, Parameters> items) {}

    @Override
    public Integer call() {
        Method wanted = wanted();
        Csv csv = options.data();
        return options.answer(csv, () -> {
            List<Form> forms = forms(csv);
            List<Common> common = new ArrayList<>();
            forms.get(0).items().forEach((name, parameters) -> {
                Parameters other = forms.get(1).items().get(name);
                if (other != null) {
                    common.add(new Common(name, parameters, other));
                }
            });
            ScaleLinking.Constants constants = ScaleLinking.link(common, wanted);
            if (!constants.converged()) {
                options.say("警告：没有找到最小值，数字仅供参考；请检查共同题的参数");
            }
            Map<String, Object> all = new LinkedHashMap<>();
            all.put("method", method);
            all.put("form1", forms.get(0).name());
            all.put("form2", forms.get(1).name());
            all.put("common", common.size());
            all.put("converged", constants.converged());
            all.put("A", constants.a());
            all.put("B", constants.b());
            return all;
        });
    }

    private Method wanted() {
        return switch (method) {
            case "mean-mean" -> Method.MEAN_MEAN;
            case "mean-gmean" -> Method.MEAN_GMEAN;
            case "mean-sigma" -> Method.MEAN_SIGMA;
            case "Haebara" -> Method.HAEBARA;
            case "Stocking-Lord" -> Method.STOCKING_LORD;
            default -> throw new Refusal(
                    "--method “" + method + "”在这里没有；可用：mean-mean、mean-gmean、mean-sigma、Haebara、Stocking-Lord");
        };
    }

    /** The two forms: 1 before 2 where they are numbers, else in the order of the file. */
    private static List<Form> forms(Csv csv) {
        csv.column("form");
        csv.column("item");
        List<String> columns = csv.without("form", "item");
        if (columns.size() < 2 || columns.size() > 3) {
            throw csv.refusal(1, "参数列有 " + columns.size() + " 列，应为 2 列（截距、斜率）或 3 列（猜测参数的 logit、截距、斜率）；请增删列");
        }
        String[] names = csv.texts("form");
        String[] items = csv.texts("item");
        List<double[]> numbers = columns.stream().map(csv::numbers).toList();
        Map<String, Form> forms = new LinkedHashMap<>();
        for (int row = 0; row < names.length; row++) {
            String item = items[row];
            if (names[row].isEmpty() || item.isEmpty()) {
                throw csv.refusal(csv.line(row), "form 和 item 都要有；请补上");
            }
            Form form = forms.computeIfAbsent(names[row], name -> new Form(name, new LinkedHashMap<>()));
            if (form.items().put(item, parameters(csv, row, columns, numbers)) != null) {
                throw csv.refusal(csv.line(row), "卷“" + names[row] + "”的题目“" + item + "”出现两次；请删去一行");
            }
        }
        if (forms.size() != 2) {
            throw csv.refusal(1, "form 列有 " + forms.size() + " 种卷，应为 2 种；请只留要连接的两卷");
        }
        List<Form> both = new ArrayList<>(forms.values());
        if (csv.numeric("form") && Double.parseDouble(both.get(0).name()) > Double.parseDouble(both.get(1).name())) {
            both = both.reversed();
        }
        return both;
    }

    private static Parameters parameters(Csv csv, int row, List<String> columns, List<double[]> numbers) {
        int last = columns.size() - 1;
        for (int c = last - 1; c <= last; c++) {
            if (Double.isNaN(numbers.get(c)[row])) {
                throw csv.refusal(csv.line(row), "列“" + columns.get(c) + "”没有数字；请补上参数");
            }
        }
        double logit = last == 2 ? numbers.get(0)[row] : Double.NaN;
        double guess = Double.isNaN(logit) ? 0 : 1 / (1 + Math.exp(-logit));
        return new Parameters(numbers.get(last)[row], numbers.get(last - 1)[row], guess);
    }
}
