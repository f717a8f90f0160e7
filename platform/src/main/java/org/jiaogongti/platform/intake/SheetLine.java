package org.jiaogongti.platform.intake;

/**
 * A row of a file that is good in itself.
 *
 * @param number of the row in the file, as the spreadsheet counts it
 */
public record SheetLine(int number, SheetRow row) {}
