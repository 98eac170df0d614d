// FILE.gexf → what Gephi's own importer makes of it, a tab-separated line a fact.
//   java -cp gephi-toolkit-all.jar ReadWithGephi.java FILE.gexf

import java.io.File;
import java.util.Iterator;
import org.gephi.graph.api.Column;
import org.gephi.graph.api.Edge;
import org.gephi.graph.api.Graph;
import org.gephi.graph.api.GraphController;
import org.gephi.graph.api.GraphModel;
import org.gephi.graph.api.Node;
import org.gephi.io.importer.api.Container;
import org.gephi.io.importer.api.ImportController;
import org.gephi.io.importer.api.Issue;
import org.gephi.io.processor.plugin.DefaultProcessor;
import org.gephi.project.api.ProjectController;
import org.gephi.project.api.Workspace;
import org.openide.util.Lookup;

public class ReadWithGephi {
    public static void main(String[] arguments) throws Exception {
        ProjectController projects = Lookup.getDefault().lookup(ProjectController.class);
        projects.newProject();
        Workspace workspace = projects.getCurrentWorkspace();
        ImportController importer = Lookup.getDefault().lookup(ImportController.class);
        Container container = importer.importFile(new File(arguments[0]));
        container.getLoader().setAutoScale(false);
        Iterator<Issue> issues = container.getReport().getIssues(1000);
        while (issues.hasNext()) {
            Issue issue = issues.next();
            System.out.println("issue\t" + issue.getLevel() + "\t" + issue.getMessage());
        }
        importer.process(container, new DefaultProcessor(), workspace);
        GraphModel model =
                Lookup.getDefault().lookup(GraphController.class).getGraphModel(workspace);
        Graph graph = model.getGraph();
        for (Column column : model.getNodeTable()) {
            System.out.println(
                    "column\t" + column.getTitle() + "\t" + column.getTypeClass().getSimpleName());
        }
        for (Node node : graph.getNodes().toArray()) {
            System.out.println("node\t" + node.getId() + "\t" + node.x() + "\t" + node.y());
        }
        for (Edge edge : graph.getEdges().toArray()) {
            System.out.println(
                    "edge\t" + edge.getSource().getId() + "\t" + edge.getTypeLabel() + "\t"
                            + edge.getTarget().getId() + "\t" + edge.getWeight());
        }
        System.out.flush();
        Runtime.getRuntime().halt(0); // Gephi's threads would keep the program alive
    }
}
