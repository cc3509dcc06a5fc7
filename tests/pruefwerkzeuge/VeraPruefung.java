import java.io.FileInputStream;
import java.io.InputStream;
import java.util.Map;
import java.util.TreeMap;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;
import org.verapdf.pdfa.results.ValidationResult;
import org.verapdf.pdfa.validation.profiles.Profiles;
import org.verapdf.pdfa.validation.profiles.ValidationProfile;
import org.verapdf.pdfa.validation.validators.ValidatorFactory;

/**
 * Checks PDF files against PDF/UA-1 and PDF/A-2a in one machine.
 *
 * Arguments: paths. Prints one line a file and flavour, fields parted by tabs: "bestanden", the
 * flavour, the number of checks, the path; and one line a broken rule: "verletzt", the flavour,
 * the rule, how often, the message, the place, the path.
 */
public final class VeraPruefung {
    private static final Map<String, String> PROFILE =
            Map.of("ua1", "PDFUA-1.xml", "2a", "PDFA-2A.xml");
    private static final int MOST_FAILURES = 10_000;

    public static void main(String[] files) throws Exception {
        VeraGreenfieldFoundryProvider.initialise();
        for (Map.Entry<String, String> entry : new TreeMap<>(PROFILE).entrySet()) {
            ValidationProfile profile;
            String place = "/org/verapdf/pdfa/validation/" + entry.getValue();
            try (InputStream xml = VeraPruefung.class.getResourceAsStream(place)) {
                profile = Profiles.profileFromXml(xml);
            }
            for (String file : files) {
                check(file, entry.getKey(), profile);
            }
        }
    }

    private static void check(String file, String flavour, ValidationProfile profile) {
        PDFAFlavour asked = PDFAFlavour.fromString(flavour);
        try (InputStream content = new FileInputStream(file);
                PDFAParser parser = Foundries.defaultInstance().createParser(content, asked);
                PDFAValidator validator = ValidatorFactory.createValidator(
                        profile, MOST_FAILURES, false, true, false)) {
            ValidationResult result = validator.validate(parser);
            if (result.isCompliant()) {
                print("bestanden", flavour, String.valueOf(result.getTotalAssertions()), file);
            } else {
                printFailures(file, flavour, result);
            }
        } catch (Throwable fault) { // a file that cannot be read is a failure like any other
            print("verletzt", flavour, "lesbar", "1", String.valueOf(fault), "", file);
        }
    }

    private static void printFailures(String file, String flavour, ValidationResult result) {
        Map<String, Integer> counts = new TreeMap<>();
        Map<String, TestAssertion> first = new TreeMap<>();
        for (TestAssertion assertion : result.getTestAssertions()) {
            if (assertion.getStatus() == TestAssertion.Status.FAILED) {
                String rule = assertion.getRuleId().getClause() + "-"
                        + assertion.getRuleId().getTestNumber();
                counts.merge(rule, 1, Integer::sum);
                first.putIfAbsent(rule, assertion);
            }
        }
        if (counts.isEmpty()) {
            print("verletzt", flavour, "ohne Regel", "1", "", "", file);
        }
        for (Map.Entry<String, Integer> rule : counts.entrySet()) {
            TestAssertion assertion = first.get(rule.getKey());
            String place = assertion.getLocation() == null
                    ? "" : assertion.getLocation().getContext();
            print("verletzt", flavour, rule.getKey(), String.valueOf(rule.getValue()),
                    assertion.getMessage(), place, file);
        }
    }

    private static void print(String... fields) {
        for (int n = 0; n < fields.length; n++) {
            fields[n] = String.valueOf(fields[n]).replaceAll("\\s+", " ");
        }
        System.out.println(String.join("\t", fields));
    }
}
