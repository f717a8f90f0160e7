# A linear mixed model by lme4 with its default settings, and the effects with conditional deviations, in one process.
# Rscript --vanilla benchmarks/peers/mixed.R DATA.csv "y ~ x + (1 | school) + (1 | class)"
args <- commandArgs(TRUE)
t0 <- proc.time()
suppressMessages(library(lme4))
reader <- if (requireNamespace("data.table", quietly = TRUE)) "data.table" else "base"
d <- if (reader == "data.table") as.data.frame(data.table::fread(args[1], nThread = 2)) else read.csv(args[1])
t1 <- proc.time()
m <- lmer(as.formula(args[2]), d)
t2 <- proc.time()
r <- as.data.frame(ranef(m, condVar = TRUE))
t3 <- proc.time()
seconds <- function(a, b) sprintf("wall %.2f cpu %.2f", b[["elapsed"]] - a[["elapsed"]], sum((b - a)[c("user.self", "sys.self")]))
cat(sprintf("lme4 %s, read by %s: %s\nfit: %s, %d evaluations\neffects: %s\n", packageVersion("lme4"), reader, seconds(t0, t1),
            seconds(t1, t2), m@optinfo$feval, seconds(t2, t3)))
cat(sprintf("REML %.6f theta %s beta %s\n", REMLcrit(m), paste(sprintf("%.6f", getME(m, "theta")), collapse = " "),
            paste(sprintf("%.8f", fixef(m)), collapse = " ")))
