# Classical item analysis of a 0/1 matrix in base R, its cross-products by the BLAS that R is linked to.
# Rscript --vanilla benchmarks/peers/classical.R DATA.csv [scan|bytes]
# bytes: single digits and commas are read as they lie in the file, much faster than scan but good for such files only.
args <- commandArgs(TRUE)
how <- if (length(args) > 1) args[2] else "bytes"
t0 <- proc.time()[["elapsed"]]
header <- strsplit(readLines(args[1], 1), ",")[[1]]
k <- length(header)
if (how == "scan") {
  X <- matrix(scan(args[1], what = double(), sep = ",", skip = 1, quiet = TRUE), ncol = k, byrow = TRUE)
} else {
  size <- file.size(args[1])
  raw <- readBin(args[1], "raw", size)
  raw <- raw[(nchar(paste(header, collapse = ",")) + 2):size]
  X <- matrix(as.double(raw[c(TRUE, FALSE)]) - 48, ncol = k, byrow = TRUE)
  rm(raw)
}
t1 <- proc.time()[["elapsed"]]
n <- nrow(X)
m <- colMeans(X)
C <- (crossprod(X) - n * tcrossprod(m)) / (n - 1)
v <- diag(C)
withTotal <- rowSums(C)
vT <- sum(C)
total <- rowSums(X)
alpha <- k / (k - 1) * (1 - sum(v) / vT)
r <- withTotal / sqrt(v * vT)
rest <- (withTotal - v) / sqrt(v * (vT - 2 * withTotal + v))
without <- (k - 1) / (k - 2) * (1 - (sum(v) - v) / (vT - 2 * withTotal + v))
g <- round(.27 * n)
s <- sort(total)
low <- total <= s[g]
high <- total >= s[n - g + 1]
D <- colMeans(X[high, ]) - colMeans(X[low, ])
t2 <- proc.time()[["elapsed"]]
cat(sprintf("n %d k %d alpha %.15g SEM %.15g sumD27 %.15g sumR %.15g read %.2f s analysis %.2f s\n", n, k, alpha,
            sqrt(vT * (1 - alpha)), sum(D), sum(r), t1 - t0, t2 - t1))
