package org.jiaogongti.measurement.growth;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jiaogongti.measurement.Refused;
import org.jiaogongti.measurement.growth.Formula.RandomTerm;

/** Recursive descent over a formula's text. Signs bind as in R: {@code ^} before {@code :} before {@code * /} before {@code + -}. */
final class FormulaParser {

    private static final Set<String> FUNCTIONS = Set.of("I", "log", "log2", "log10", "log1p", "exp", "sqrt", "abs");

    private final String text;
    private int at;
    private Scope scope = new Scope();
    private final List<RandomTerm> random = new ArrayList<>();

    /** The variables that one side of a bar names. */
    private static final class Scope {

        private final List<Expression> variables = new ArrayList<>();

        Set<BitSet> product(Expression variable) {
            int index = variables.indexOf(variable);
            if (index < 0) {
                index = variables.size();
                variables.add(variable);
            }
            BitSet product = new BitSet();
            product.set(index);
            Set<BitSet> products = new LinkedHashSet<>();
            products.add(product);
            return products;
        }
    }

    FormulaParser(String text) {
        this.text = text;
    }

    Formula formula() {
        Expression response = figure();
        expect('~');
        Set<BitSet> fixed = sum(withIntercept());
        if (peek() != 0) {
            throw wrong("这里不该有“" + (char) peek() + "”");
        }
        return new Formula(text, response, Terms.of(scope.variables, fixed), random);
    }

    private static Set<BitSet> withIntercept() {
        Set<BitSet> products = new LinkedHashSet<>();
        products.add(new BitSet());
        return products;
    }

    /** Terms with plus and minus between them; 0 and -1 take the intercept out. */
    private Set<BitSet> sum(Set<BitSet> from) {
        Set<BitSet> result = new LinkedHashSet<>(from);
        boolean minus = taken('-');
        if (!minus) {
            taken('+');
        }
        while (true) {
            if (zero()) {
                if (minus) {
                    result.add(new BitSet());
                } else {
                    result.remove(new BitSet());
                }
            } else {
                Set<BitSet> term = product();
                if (minus) {
                    result.removeAll(term);
                } else {
                    result.addAll(term);
                }
            }
            if (taken('+')) {
                minus = false;
            } else if (taken('-')) {
                minus = true;
            } else {
                return result;
            }
        }
    }

    private boolean zero() {
        if (peek() == '0' && (at + 1 == text.length() || !nameSign(text.charAt(at + 1)))) {
            at++;
            return true;
        }
        return false;
    }

    private Set<BitSet> product() {
        Set<BitSet> result = interaction();
        while (true) {
            if (taken('*')) {
                result = Terms.cross(result, interaction());
            } else if (taken('/')) {
                result = Terms.nest(result, interaction());
            } else {
                return result;
            }
        }
    }

    private Set<BitSet> interaction() {
        Set<BitSet> result = power();
        while (taken(':')) {
            result = Terms.interact(result, power());
        }
        return result;
    }

    private Set<BitSet> power() {
        Set<BitSet> base = atom();
        Set<BitSet> result = base;
        if (taken('^')) {
            int times = (int) number();
            for (int i = 1; i < times; i++) {
                result = Terms.cross(result, base);
            }
        }
        return result;
    }

    private Set<BitSet> atom() {
        if (taken('(')) {
            return parenthesis();
        }
        if (peek() == '1' && (at + 1 == text.length() || !nameSign(text.charAt(at + 1)))) {
            at++;
            return withIntercept();
        }
        return scope.product(variable());
    }

    /** Either terms in parentheses or, if a bar follows, a random term, which adds nothing to the fixed part. */
    private Set<BitSet> parenthesis() {
        int start = at;
        Scope outer = scope;
        int bar = bar();
        if (bar < 0) {
            Set<BitSet> inner = sum(new LinkedHashSet<>());
            expect(')');
            return inner;
        }
        scope = new Scope();
        at = start;
        Set<BitSet> products = sum(withIntercept());
        expect('|');
        boolean apart = taken('|');
        Terms terms = Terms.of(scope.variables, products);
        scope = outer;
        List<List<String>> groups = groups();
        expect(')');
        for (List<String> group : groups) {
            add(terms, group, apart);
        }
        return new LinkedHashSet<>();
    }

    private void add(Terms terms, List<String> group, boolean apart) {
        List<String> columns = List.copyOf(group);
        String name = groupName(columns);
        if (!apart) {
            random.add(new RandomTerm(terms, name, columns));
            return;
        }
        if (terms.intercept()) {
            random.add(new RandomTerm(new Terms(true, List.of(), List.of()), name, columns));
        }
        for (BitSet product : terms.products()) {
            random.add(new RandomTerm(new Terms(false, terms.variables(), List.of(product)), name, columns));
        }
    }

    /** lme4 writes class within school as {@code class:school}, and a third step in parentheses: {@code c:(b:a)}. */
    private String groupName(List<String> columns) {
        if (!nested || columns.size() < 3) {
            return String.join(":", columns);
        }
        String name = columns.get(columns.size() - 2) + ":" + columns.getLast();
        for (int i = columns.size() - 3; i >= 0; i--) {
            name = columns.get(i) + ":(" + name + ")";
        }
        return name;
    }

    private boolean nested;

    /** The grouping factors right of a bar: {@code a}, {@code a:b}, or {@code a/b} for {@code b:a} and {@code a}. */
    private List<List<String>> groups() {
        List<List<String>> steps = new ArrayList<>();
        nested = false;
        List<String> step = interactionOfNames();
        steps.add(step);
        while (taken('/')) {
            nested = true;
            List<String> inner = new ArrayList<>(interactionOfNames());
            inner.addAll(steps.getFirst());
            steps.addFirst(inner);
        }
        return steps;
    }

    private List<String> interactionOfNames() {
        List<String> names = new ArrayList<>();
        names.add(groupColumn());
        while (taken(':')) {
            names.add(groupColumn());
        }
        return names;
    }

    private String groupColumn() {
        if (taken('(')) {
            String inner = groupColumn();
            expect(')');
            return inner;
        }
        return switch (variable()) {
            case Expression.Column column -> column.name();
            case Expression.Category category -> category.column().name();
            case Expression.Constant _,Expression.Call _,Expression.Operation _ -> throw wrong("竖线右边要写分组的列名");
        };
    }

    /** Where the bar of this parenthesis stands, or -1. */
    private int bar() {
        int depth = 0;
        for (int i = at; i < text.length(); i++) {
            char sign = text.charAt(i);
            if (sign == '`') {
                i = text.indexOf('`', i + 1);
                if (i < 0) {
                    return -1;
                }
            } else if (sign == '(') {
                depth++;
            } else if (sign == ')' && --depth < 0) {
                return -1;
            } else if (sign == '|' && depth == 0) {
                return i;
            }
        }
        return -1;
    }

    private Expression variable() {
        int start = at;
        String name = name();
        if (peek() != '(' || quoted(start)) {
            return new Expression.Column(name);
        }
        expect('(');
        Expression result;
        if ("factor".equals(name) || "as.factor".equals(name)) {
            result = new Expression.Category(name, new Expression.Column(name()));
        } else if (FUNCTIONS.contains(name)) {
            result = new Expression.Call(name, figure());
        } else {
            throw wrong("函数 " + name + " 不认识；可用 I、log、log2、log10、log1p、exp、sqrt、abs、factor");
        }
        expect(')');
        return result;
    }

    private boolean quoted(int start) {
        return text.substring(start, at).stripLeading().startsWith("`");
    }

    private Expression figure() {
        Expression left = factorOfFigure();
        while (true) {
            if (taken('+')) {
                left = new Expression.Operation('+', left, factorOfFigure());
            } else if (taken('-')) {
                left = new Expression.Operation('-', left, factorOfFigure());
            } else {
                return left;
            }
        }
    }

    private Expression factorOfFigure() {
        Expression left = powerOfFigure();
        while (true) {
            if (taken('*')) {
                left = new Expression.Operation('*', left, powerOfFigure());
            } else if (taken('/')) {
                left = new Expression.Operation('/', left, powerOfFigure());
            } else {
                return left;
            }
        }
    }

    private Expression powerOfFigure() {
        Expression left = atomOfFigure();
        return taken('^') ? new Expression.Operation('^', left, powerOfFigure()) : left;
    }

    private Expression atomOfFigure() {
        if (taken('(')) {
            Expression inner = figure();
            expect(')');
            return inner;
        }
        int sign = peek();
        if (sign >= '0' && sign <= '9') {
            int start = at;
            double value = number();
            return new Expression.Constant(value, text.substring(start, at));
        }
        return variable();
    }

    private double number() {
        peek();
        int start = at;
        while (at < text.length() && (Character.isDigit(text.charAt(at)) || text.charAt(at) == '.')) {
            at++;
        }
        try {
            return Double.parseDouble(text.substring(start, at));
        } catch (NumberFormatException exception) {
            throw wrong("这里要一个数", exception);
        }
    }

    private String name() {
        if (peek() == '`') {
            int end = text.indexOf('`', at + 1);
            if (end < 0) {
                throw wrong("反引号没有配对");
            }
            String name = text.substring(at + 1, end);
            at = end + 1;
            return name;
        }
        int start = at;
        while (at < text.length() && nameSign(text.charAt(at))) {
            at++;
        }
        if (at == start || Character.isDigit(text.charAt(start))) {
            throw wrong("这里要一个列名");
        }
        return text.substring(start, at);
    }

    private static boolean nameSign(char sign) {
        return Character.isLetterOrDigit(sign) || sign == '.' || sign == '_';
    }

    private int peek() {
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
        return at < text.length() ? text.charAt(at) : 0;
    }

    private boolean taken(char sign) {
        if (peek() != sign) {
            return false;
        }
        at++;
        return true;
    }

    private void expect(char sign) {
        if (!taken(sign)) {
            throw wrong("这里要一个“" + sign + "”");
        }
    }

    private Refused wrong(String what) {
        return Refused.whole(message(what));
    }

    private Refused wrong(String what, Throwable cause) {
        return new Refused(new Refused.Place.Whole(), message(what), cause);
    }

    private String message(String what) {
        return "公式“" + text + "”第 " + (at + 1) + " 个字处看不懂：" + what + "；写法如 score ~ prior + (1 | school)";
    }
}
